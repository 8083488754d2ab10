package vigie.model;

/** What a vendor mainly sells; an integrator or reseller is never a product by itself. */
public enum VendorRole implements Term {
    /** Publisher of analysis software. */
    SOFTWARE,
    /** Publisher of video management software (VMS) or a hypervisor. */
    VIDEO_MANAGEMENT,
    /** Maker of cameras. */
    CAMERA,
    /** Installs and maintains. */
    INTEGRATOR,
    /** Sells on. */
    RESELLER
}
