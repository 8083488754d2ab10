package vigie.model;

import vigie.model.id.InseeCode;

/** A commune as facts name it: its INSEE code and official name. */
public record CommuneRef(InseeCode insee, String name) {}
