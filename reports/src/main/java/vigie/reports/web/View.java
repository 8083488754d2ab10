package vigie.reports.web;

/**
 * What a page shows.
 *
 * @param status of HTTP
 * @param template name in {@code web/}, without {@code .jte}
 * @param model for the template
 */
record View(int status, String template, Object model) {

    static View of(String template, Object model) {
        return new View(200, template, model);
    }
}
