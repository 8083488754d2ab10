package vigie.crawler.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells addresses of the public Internet from those that lead into the network of whoever runs us: private, loopback,
 * link-local, shared (CGNAT), multicast, reserved and cloud metadata addresses, also where an IPv6 address carries such
 * an IPv4 address inside. What is not known to be public is not public.
 */
final class PublicAddresses {

    /** IANA's special-purpose IPv4 blocks, and the fixed metadata address of one cloud that lies in public space. */
    private static final List<Block> NOT_PUBLIC_4 = List.of(
            Block.of(8, 0),
            Block.of(8, 10),
            Block.of(10, 100, 64),
            Block.of(8, 127),
            Block.of(16, 169, 254),
            Block.of(12, 172, 16),
            Block.of(24, 192, 0, 0),
            Block.of(24, 192, 0, 2),
            Block.of(24, 192, 88, 99),
            Block.of(16, 192, 168),
            Block.of(15, 198, 18),
            Block.of(24, 198, 51, 100),
            Block.of(24, 203, 0, 113),
            Block.of(32, 168, 63, 129, 16),
            Block.of(4, 224),
            Block.of(4, 240));

    private static final Block GLOBAL_UNICAST_6 = Block.of(3, 0x20);
    /** Protocol assignments (Teredo, ORCHID…), documentation. */
    private static final List<Block> NOT_PUBLIC_6 =
            List.of(Block.of(23, 0x20, 0x01), Block.of(32, 0x20, 0x01, 0x0d, 0xb8), Block.of(20, 0x3f, 0xff));

    private static final Block NAT64 = Block.of(96, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final Block SIX_TO_FOUR = Block.of(16, 0x20, 0x02);

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
    }

    private static boolean isPublic6(byte[] bytes) {
        byte[] embedded = embedded4(bytes);
        if (embedded != null) {
            return isPublic4(embedded);
        }
        return GLOBAL_UNICAST_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static byte @Nullable [] embedded4(byte[] bytes) {
        if (NAT64.holds(bytes)) {
            return slice4(bytes, 12);
        }
        return SIX_TO_FOUR.holds(bytes) ? slice4(bytes, 2) : null;
    }

    private static byte[] slice4(byte[] bytes, int from) {
        return new byte[] {bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]};
    }

    /** The addresses whose first {@code bits} are those of {@code prefix}. */
    private record Block(int bits, int[] prefix) {

        static Block of(int bits, int... prefix) {
            return new Block(bits, prefix);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                int wanted = bit / 8 < prefix.length ? prefix[bit / 8] : 0;
                if ((address[bit / 8] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
