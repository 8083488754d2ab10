package vigie.model.config;

import java.util.Locale;

/** All that can be wrong in the files; {@code faults.properties} has a message and a remedy for each. */
enum Fault {
    FOLDER_MISSING,
    FILE_UNREADABLE,
    FILE_EXTENSION,
    NOT_UTF8,
    SYNTAX,
    SEVERAL_DOCUMENTS,
    YAML_ALIAS,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    MISSING_KEY,
    NO_VALUE,
    NOT_TEXT,
    NOT_A_LIST,
    NOT_A_MAPPING,
    NOT_A_NUMBER,
    NUMBER_OUT_OF_RANGE,
    BLANK,
    EMPTY_LIST,
    BAD_ID,
    DUPLICATE_ID,
    ID_IS_NOT_FILE_NAME,
    UNKNOWN_TERM,
    UNKNOWN_CONTEXT,
    UNKNOWN_VENDOR,
    BAD_FORM,
    WITHIN_WITHOUT_NEEDS,
    CONTEXT_WITH_NEEDS,
    BAD_URL,
    BAD_HOST,
    BAD_DURATION,
    BAD_SIZE,
    BAD_SIREN,
    BAD_COUNTRY,
    BAD_DATE,
    BAD_PARTIAL_DATE,
    END_BEFORE_BEGIN,
    NOT_A_QUESTION,
    BAD_CONTACT,
    BAD_COMMUNE_CODE,
    UNKNOWN_COMMUNE,
    FORMER_COMMUNE,
    UNKNOWN_DEPARTEMENT,
    COMMUNE_AND_PUBLISHER,
    FEED_WITHOUT_ADAPTER,
    SITE_WITH_ADAPTER,
    START_OUTSIDE_HOSTS,
    BAD_INVENTED_COMMUNE;

    String messageKey() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String remedyKey() {
        return messageKey() + ".remedy";
    }
}
