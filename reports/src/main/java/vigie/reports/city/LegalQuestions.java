package vigie.reports.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.config.LegalRule;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Concern;
import vigie.reports.CityReport.Finding;
import vigie.reports.CityReport.LegalQuestion;

/**
 * Which rules of law to ask about: those that were in force while a deployment was in a stage that they concern. Only what
 * sources assert counts. A stage that lasts (on trial, in use, suspended) lasts until the next dated event, or until today;
 * a date known to the month or year only may be any day of it.
 */
record LegalQuestions(List<LegalRule> rules, LocalDate today) {

    /** The time that a stage took, as far as it is known; without days where nothing is dated. */
    private record Span(
            Stage stage,
            int citation,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        boolean isDated() {
            return from != null;
        }

        boolean meets(LegalRule rule) {
            LocalDate begin = rule.from() == null ? LocalDate.MIN : rule.from().earliest();
            LocalDate end = rule.until() == null ? LocalDate.MAX : rule.until().latest();
            return from == null || until == null || (!until.isBefore(begin) && !from.isAfter(end));
        }
    }

    List<LegalQuestion> of(List<Finding> findings, List<Citation> citations) {
        List<LegalQuestion> questions = new ArrayList<>();
        for (LegalRule rule : rules) {
            List<Concern> concerns = findings.stream()
                    .map(finding -> concern(rule, finding.deployment(), spans(finding, citations)))
                    .filter(concern -> !concern.citations().isEmpty())
                    .toList();
            if (!concerns.isEmpty()) {
                questions.add(new LegalQuestion(rule, concerns));
            }
        }
        return questions;
    }

    private static Concern concern(LegalRule rule, Deployment deployment, List<Span> spans) {
        List<Span> met = spans.stream()
                .filter(span -> rule.concerns(deployment.technology(), span.stage()))
                .filter(span -> span.meets(rule))
                .toList();
        return new Concern(
                deployment.id(),
                met.stream().map(Span::citation).sorted().toList(),
                met.stream().anyMatch(Span::isDated));
    }

    private List<Span> spans(Finding finding, List<Citation> citations) {
        List<Citation> told = citations.stream()
                .filter(citation -> finding.citations().contains(citation.number()))
                .filter(citation -> citation.claim().modality() == Modality.ASSERTED)
                .toList();
        return told.stream().map(citation -> span(citation, told)).toList();
    }

    private Span span(Citation citation, List<Citation> told) {
        PartialDate date = date(citation);
        Stage stage = citation.claim().stage();
        if (date == null) {
            return new Span(stage, citation.number(), null, null);
        }
        LocalDate until = lasts(stage) ? next(date, stage, told) : date.latest();
        return new Span(stage, citation.number(), date.earliest(), until);
    }

    /** The day of the first event of another stage behind {@code date}, or today. */
    private LocalDate next(PartialDate date, Stage stage, List<Citation> told) {
        LocalDate behind = date.latest();
        return told.stream()
                .filter(citation -> citation.claim().stage() != stage)
                .flatMap(citation -> Stream.ofNullable(date(citation)))
                .map(PartialDate::latest)
                .filter(day -> day.isAfter(behind))
                .min(LocalDate::compareTo)
                .orElse(today.isAfter(behind) ? today : behind);
    }

    private static boolean lasts(Stage stage) {
        return stage == Stage.TRIAL || stage == Stage.IN_USE || stage == Stage.SUSPENDED;
    }

    private static @Nullable PartialDate date(Citation citation) {
        PartialDate date = citation.claim().date();
        return date == null ? citation.published() : date;
    }
}
