package vigie.crawler.parse;

/** How far a recognised text is from what stands there. */
final class CharacterErrors {

    private CharacterErrors() {}

    /** Characters to insert, delete or replace (Levenshtein), per character of {@code expected}; runs of white space count as one. */
    static double rate(String expected, String read) {
        String a = squeezed(expected);
        String b = squeezed(read);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return (double) above[b.length()] / a.length();
    }

    private static String squeezed(String text) {
        return text.replace('’', '\'').replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
