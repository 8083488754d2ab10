package vigie.crawler.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.TikaCoreProperties.EmbeddedResourceType;
import org.xml.sax.ContentHandler;

/** Takes the files embedded in an Office file as Tika comes by them; pictures are part of its looks and are left out. */
final class EmbeddedFiles implements EmbeddedDocumentExtractor {

    private static final Pattern LOOKS = Pattern.compile("(?:image|audio|video|font)/.*");

    private static final Pattern OBJECT = Pattern.compile("(?:\\./)?Object [^/]+");

    private final InnerFiles inside;

    EmbeddedFiles(InnerFiles inside) {
        this.inside = inside;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        String kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        String type = metadata.get(HttpHeaders.CONTENT_TYPE);
        boolean shown = type != null && LOOKS.matcher(type).matches();
        return !shown && (kind == null || kind.equals(EmbeddedResourceType.ATTACHMENT.toString()));
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws IOException {
        if (!shouldParseEmbedded(metadata)) {
            return;
        }
        Object container = stream instanceof TikaInputStream tika ? tika.getOpenContainer() : null;
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        inside.add(
                name == null ? "" : name,
                container instanceof DirectoryNode directory ? new ByteArrayInputStream(file(directory)) : stream);
    }

    /** Those of an OpenDocument file that are none themselves, which Tika does not look at; objects that are folders of it are in its text. */
    static void ofOpenDocument(byte[] payload, InnerFiles inside) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(payload))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (OBJECT.matcher(entry.getName()).matches()) {
                    inside.add(entry.getName(), zip);
                }
            }
        } catch (IOException e) {
            inside.missed();
        }
    }

    /** An old Office file within another is a folder of it. */
    private static byte[] file(DirectoryNode directory) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            EntryUtils.copyNodes(directory, file.getRoot());
            file.getRoot().setStorageClsid(directory.getStorageClsid());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
