package vigie.crawler.parse;

/** What the reading child process is asked for. */
sealed interface ChildRequest permits ParseRequest, RenderRequest, PictureRequest {}
