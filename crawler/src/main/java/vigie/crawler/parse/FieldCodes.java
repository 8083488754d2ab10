package vigie.crawler.parse;

import java.util.regex.Pattern;

/** Takes the instructions of Word fields, which nobody sees on paper, out of the text of old .doc files. */
final class FieldCodes {

    private static final Pattern INSTRUCTION = Pattern.compile(
            "[ \\t]?\\b(?:FILLIN|ASK|MERGEFIELD|REF|PAGEREF|NOTEREF|SET|DOCPROPERTY|DOCVARIABLE|STYLEREF|SEQ|AUTOTEXT|INCLUDETEXT"
                    + "|CREATEDATE|SAVEDATE|PRINTDATE|DATE|TIME|PAGE|NUMPAGES|FILENAME|FORMTEXT|QUOTE)\\b"
                    + "[^\\n\\\\]{0,120}\\\\\\* *(?i:MERGEFORMAT|CHARFORMAT|Arabic|Roman|Upper|Lower|Caps|FirstCap)\\b");

    private FieldCodes() {}

    static String strip(String text) {
        return INSTRUCTION.matcher(text).replaceAll("");
    }
}
