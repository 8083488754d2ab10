package vigie.crawler.nutch;

import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.metadata.Metadata;
import org.apache.nutch.metadata.Nutch;
import org.apache.nutch.parse.Parse;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.protocol.Content;
import org.apache.nutch.scoring.AbstractScoringFilter;
import org.jspecify.annotations.Nullable;
import vigie.crawler.focus.Focus;

/**
 * Carries the source from a page to those it links to, and puts first what promises most: {@link Focus} said it of the
 * link, {@link vigie.crawler.focus.Yields} adds what like links led to.
 */
public final class CouncilScoring extends AbstractScoringFilter {

    private static final List<String> PASSED =
            List.of(Fields.SOURCE, Fields.SEED, Fields.SITEMAP, Fields.PLACE, Fields.NEAR, Fields.LABEL);
    private static final List<String> OF_THE_BEST = List.of(Fields.PLACE, Fields.NEAR, Fields.WHY, Fields.LABEL);

    private @Nullable CrawlParts parts;

    @Override
    public void setConf(Configuration conf) {
        super.setConf(conf);
        this.parts = CrawlParts.of(conf);
    }

    @Override
    public void initialScore(Text url, CrawlDatum datum) {
        if (datum.getScore() == 0) {
            datum.setScore(parts().focus().promise(url.toString()).score());
        }
    }

    /** Below zero, which is not fetched, where nothing is to be asked for. */
    @Override
    public float generatorSortValue(Text url, CrawlDatum datum, float initSort) {
        float rank = parts().rankOfDue(url, datum);
        if (rank >= 0) {
            parts().due().incrementAndGet();
            parts().scope()
                    .sourceOf(url.toString(), Fields.get(datum, Fields.SOURCE))
                    .ifPresent(known -> parts().budget().due(known.id(), rank, Fields.attempted(datum) == 0));
        }
        return rank;
    }

    @Override
    public void passScoreBeforeParsing(Text url, CrawlDatum datum, Content content) {
        for (String name : PASSED) {
            String value = Fields.get(datum, name);
            if (value != null) {
                content.getMetadata().set(name, value);
            }
        }
    }

    @Override
    public void passScoreAfterParsing(Text url, Content content, Parse parse) {
        Metadata metadata = parse.getData().getContentMeta();
        for (String name : PASSED) {
            String value = content.getMetadata().get(name);
            if (value != null) {
                metadata.set(name, value);
            }
        }
    }

    @Override
    public @Nullable CrawlDatum distributeScoreToOutlinks(
            Text fromUrl,
            ParseData parseData,
            Collection<Entry<Text, CrawlDatum>> targets,
            @Nullable CrawlDatum adjust,
            int allCount) {
        String source = parseData.getContentMeta().get(Fields.SOURCE);
        for (Entry<Text, CrawlDatum> target : targets) {
            String url = target.getKey().toString();
            target.getValue().setScore(promise(url, target.getValue()));
            parts().scope()
                    .sourceOf(url, source)
                    .ifPresent(found -> Fields.put(target.getValue(), Fields.SOURCE, found.id()));
        }
        return adjust;
    }

    private float promise(String url, CrawlDatum link) {
        String promise = Fields.get(link, Fields.PROMISE);
        Fields.remove(link, Fields.PROMISE);
        if (promise != null) {
            return Float.parseFloat(promise);
        }
        return Fields.has(link, Fields.SITEMAP)
                ? Focus.SEED
                : parts().focus().promise(url).score();
    }

    /** Keeps the best promise that any link made, and drops what was of this round only. */
    @Override
    public void updateDbScore(Text url, @Nullable CrawlDatum old, CrawlDatum datum, List<CrawlDatum> inlinked) {
        float best = datum.getScore();
        if (old != null) {
            best = Math.max(best, old.getScore());
        } else if (!inlinked.isEmpty()) {
            // What the address alone promises counts only where no link says more than that.
            best = 0;
        }
        for (CrawlDatum link : inlinked) {
            if (link.getScore() > best) {
                best = link.getScore();
                OF_THE_BEST.forEach(name -> Fields.put(datum, name, Fields.get(link, name)));
            }
        }
        datum.setScore(best);
        Fields.remove(datum, Fields.ATTEMPT);
        Fields.remove(datum, Fields.CUT);
        Fields.remove(datum, Metadata.CONTENT_TYPE);
        datum.getMetaData().remove(Nutch.WRITABLE_PROTO_STATUS_KEY);
    }

    private CrawlParts parts() {
        if (parts == null) {
            throw new IllegalStateException("no configuration was set");
        }
        return parts;
    }
}
