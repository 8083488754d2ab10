package vigie.reports.web;

/** A kind of page. Thread-safe. */
@FunctionalInterface
interface Page {

    /**
     * What is shown to that visit.
     *
     * @throws Refusal if there is no such page, or it cannot be asked for like this
     */
    View of(Visit visit);
}
