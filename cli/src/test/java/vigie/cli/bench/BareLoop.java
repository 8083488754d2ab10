package vigie.cli.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The least that a crawl can do: fetch with OkHttp, parse with jsoup, store the bytes and the text, follow the links. */
final class BareLoop {

    private final OkHttpClient client = new OkHttpClient.Builder()
            .dns(host -> List.of(InetAddress.getLoopbackAddress()))
            .build();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newFixedThreadPool(16);
    private final Phaser open = new Phaser(1);
    private final DataOutputStream store;

    private BareLoop(DataOutputStream store) {
        this.store = store;
    }

    /** Arguments: the file to store in, then the pages to start from. */
    public static void main(String... arguments) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])));
                DataOutputStream store = new DataOutputStream(new GZIPOutputStream(file, 1 << 16))) {
            BareLoop loop = new BareLoop(store);
            List.of(arguments).subList(1, arguments.length).forEach(loop::submit);
            loop.open.arriveAndAwaitAdvance();
            loop.workers.shutdown();
            System.out.println(loop.known.size());
        }
    }

    private void submit(String address) {
        if (known.add(address)) {
            open.register();
            workers.execute(() -> {
                try {
                    visit(address);
                } catch (IOException e) {
                    System.err.println(address + ": " + e);
                } finally {
                    open.arriveAndDeregister();
                }
            });
        }
    }

    private void visit(String address) throws IOException {
        try (Response response =
                client.newCall(new Request.Builder().url(address).build()).execute()) {
            byte[] body = response.body().bytes();
            Document page = Jsoup.parse(new String(body, StandardCharsets.UTF_8), address);
            byte[] text = page.body().wholeText().getBytes(StandardCharsets.UTF_8);
            synchronized (store) {
                store.writeUTF(address);
                store.writeInt(body.length);
                store.write(body);
                store.writeInt(text.length);
                store.write(text);
            }
            for (Element link : page.select("a[href]")) {
                submit(link.absUrl("href"));
            }
        }
    }
}
