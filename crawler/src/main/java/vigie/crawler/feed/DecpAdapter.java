package vigie.crawler.feed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.Capture;
import vigie.model.Source;
import vigie.model.config.Communes;
import vigie.model.id.Siren;

/**
 * Essential data of public contracts (DECP), which buyers must publish from 40,000 € on: a data set of data.economie.gouv.fr
 * asked by its interface, or one file in any of the published forms. An entry is a contract, not a line of the answer.
 *
 * <p>Options {@code words} and {@code cpv}, separated by commas, say which contracts of the interface are asked for; {@code
 * names} is the address of a look-up service for names of firms, since the records hold numbers alone: see {@link FirmNames}.
 */
final class DecpAdapter implements SourceAdapter {

    private final JsonMapper json;
    private final DecpColumns columns = DecpColumns.load();
    private final DecpContract contracts;
    private final NoticeDocument documents;
    private final boolean isWindowed;

    /** @param isWindowed whether the interface is asked; else the seed's address is one file */
    DecpAdapter(JsonMapper json, Communes communes, boolean isWindowed) {
        this.json = json;
        this.contracts = new DecpContract(DecpValues.load(), communes);
        this.documents = new NoticeDocument(communes);
        this.isWindowed = isWindowed;
    }

    @Override
    public boolean isWindowed() {
        return isWindowed;
    }

    @Override
    public void collect(Source source, Window window, FeedPages pages) throws IOException {
        if (isWindowed) {
            String selected = Opendatasoft.or(
                    Opendatasoft.any(source, "words", word -> "search(\"" + word + "\")"),
                    Opendatasoft.any(source, "cpv", code -> "startswith(codecpv,\"" + code + "\")"));
            Opendatasoft.collect(
                    source,
                    window,
                    pages,
                    days -> within(days) + (selected.isEmpty() ? "" : " and (" + selected + ")"),
                    "datepublicationdonnees,acheteur_id,id");
        } else {
            pages.get(source.url());
        }
    }

    /** Many records are published without the day of publication, or with that of the contract. */
    private static String within(Window days) {
        String span = ">=date'" + days.from() + "' and %1$s<=date'" + days.to() + "'";
        return "((datepublicationdonnees" + String.format(span, "datepublicationdonnees") + ") or (datenotification"
                + String.format(span, "datenotification") + "))";
    }

    @Override
    public Reading read(Source source, Capture capture, byte[] payload) throws ShapeException {
        return read(source, capture, payload, siren -> Optional.empty());
    }

    @Override
    public Reading read(Source source, Capture capture, byte[] payload, Function<Siren, Optional<String>> names)
            throws ShapeException {
        DecpRecords answer = DecpRecords.read(json, payload);
        List<Element> records = answer.records().stream().map(columns::nested).toList();
        List<Entry> entries = new ArrayList<>();
        for (DecpVersions versions : DecpVersions.of(records)) {
            entries.add(entry(source, capture, versions, names));
        }
        CsvElements.tellUnsure(entries, payload);
        return new Reading(entries, records.size(), answer.total(), List.of());
    }

    private Entry entry(
            Source source, Capture capture, DecpVersions versions, Function<Siren, Optional<String>> names) {
        try {
            DecpContract.Read read = contracts.read(versions, names);
            return new Entry(
                    versions.id(),
                    versions.digest(),
                    documents.of(read.notice(), source, capture, source.url().toString()),
                    null,
                    read.remarks());
        } catch (IllegalArgumentException e) {
            Remark remark = new Remark("record-unreadable", "a contract cannot be read: " + e.getMessage());
            return new Entry(versions.id(), versions.digest(), null, null, List.of(remark));
        }
    }
}
