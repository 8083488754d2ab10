package vigie.cli.harvest;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** The systems that French town sites are built with: what the addresses of pages, files and lists look like there. */
enum Build {
    WORDPRESS {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return "/" + String.join("/", slugs) + "/";
        }

        @Override
        String file(int year, int month, String name, int id) {
            return String.format(Locale.ROOT, "/wp-content/uploads/%d/%02d/%s.pdf", year, month, name);
        }

        @Override
        String paged(String list, int page) {
            return list + "page/" + page + "/";
        }
    },
    WORDPRESS_DOWNLOADS {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return "/" + String.join("/", slugs) + "/";
        }

        @Override
        String file(int year, int month, String name, int id) {
            return "/download/" + name.toLowerCase(Locale.ROOT) + "/?wpdmdl=" + id;
        }

        @Override
        String paged(String list, int page) {
            return list + "?cp=" + page;
        }
    },
    DRUPAL {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return random.nextInt(3) == 0 ? "/node/" + id : "/" + String.join("/", slugs);
        }

        @Override
        String file(int year, int month, String name, int id) {
            return String.format(Locale.ROOT, "/sites/default/files/%d-%02d/%s.pdf", year, month, name);
        }

        @Override
        String paged(String list, int page) {
            return list + "?page=" + (page - 1);
        }
    },
    TYPO3 {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return "/" + String.join("/", slugs) + ".html";
        }

        @Override
        String file(int year, int month, String name, int id) {
            return "/fileadmin/user_upload/documents/" + (id % 3 == 0 ? year + "/" : "") + name + ".pdf";
        }

        @Override
        String paged(String list, int page) {
            return list + "?tx_solr%5Bpage%5D=" + page;
        }
    },
    JIMDO {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return "/" + slugs.get(slugs.size() - 1) + "/";
        }

        @Override
        String file(int year, int month, String name, int id) {
            return "/app/download/" + (5_000_000L + 37L * id) + "/" + name + ".pdf?t=" + (1_500_000_000L + 91L * id);
        }

        @Override
        String paged(String list, int page) {
            return list + "suite-" + page + "/";
        }
    },
    LIFERAY {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return "/web/guest/" + slugs.get(slugs.size() - 1);
        }

        @Override
        String file(int year, int month, String name, int id) {
            return "/documents/20182/" + (40_000 + id / 20) + "/" + name + "/"
                    + Integer.toHexString(id * 7_919 + 1_000_003);
        }

        @Override
        String paged(String list, int page) {
            return list + "?p_p_id=101_INSTANCE_x7&_101_INSTANCE_x7_cur=" + page;
        }
    },
    EZ_PUBLISH {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return slugs.stream()
                    .map(slug -> slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1))
                    .collect(Collectors.joining("/", "/", ""));
        }

        @Override
        String file(int year, int month, String name, int id) {
            return "/content/download/" + (12_000 + id) + "/" + (150_000 + 13 * id) + "/version/1/file/" + name
                    + ".pdf";
        }

        @Override
        String paged(String list, int page) {
            return list + "/(offset)/" + 10 * (page - 1);
        }
    },
    JOOMLA {
        @Override
        String page(List<String> slugs, int id, Random random) {
            String path = String.join("/", slugs.subList(0, slugs.size() - 1));
            return "/index.php/" + (path.isEmpty() ? "" : path + "/") + id + "-" + slugs.get(slugs.size() - 1);
        }

        @Override
        String file(int year, int month, String name, int id) {
            return "/index.php?option=com_docman&task=doc_download&gid=" + id + "&Itemid=" + (90 + id % 9);
        }

        @Override
        String paged(String list, int page) {
            return list + "?start=" + 10 * (page - 1);
        }
    },
    SPIP {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return slugs.size() < 3 ? "/spip.php?rubrique" + id : "/spip.php?article" + id;
        }

        @Override
        String file(int year, int month, String name, int id) {
            return "/IMG/pdf/" + name.toLowerCase(Locale.ROOT).replace('-', '_') + ".pdf";
        }

        @Override
        String paged(String list, int page) {
            return list + "&debut_articles=" + 10 * (page - 1);
        }
    },
    OWN_PHP {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return "/page.php?id=" + id;
        }

        @Override
        String file(int year, int month, String name, int id) {
            return "/telecharge.php?id=" + id;
        }

        @Override
        String paged(String list, int page) {
            return list + "&p=" + page;
        }
    },
    VIEWER {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return "/fr/" + String.join("/", slugs);
        }

        @Override
        String file(int year, int month, String name, int id) {
            return "/medias/" + year + "/" + id + "/" + name + ".pdf";
        }

        @Override
        String paged(String list, int page) {
            return list + "?pageNumber=" + page;
        }

        @Override
        String shown(String file) {
            return "/assets/pdfjs/web/viewer.html?file=" + file.replace("/", "%2F");
        }
    },
    NUKE {
        @Override
        String page(List<String> slugs, int id, Random random) {
            return "/modules.php?name=Content&pa=showpage&pid=" + id;
        }

        @Override
        String file(int year, int month, String name, int id) {
            return "/modules.php?name=Downloads&d_op=getit&lid=" + id;
        }

        @Override
        String paged(String list, int page) {
            return list + "&page=" + page;
        }
    };

    /** The address of a page, below the host. */
    abstract String page(List<String> slugs, int id, Random random);

    /** The address of a file. */
    abstract String file(int year, int month, String name, int id);

    /** The address of a further page of a list. */
    abstract String paged(String list, int page);

    /** What a link to a file points to. */
    String shown(String file) {
        return file;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
