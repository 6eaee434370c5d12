package org.genonaut.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.genonaut.generation.ImageId;
import tools.jackson.databind.node.ArrayNode;

/** The lines of tiles, of which only those near the eye are in the page; arrow keys walk from tile to tile. */
@Tag("gn-tile-list")
@JavaScript("context://js/tile-list.js")
class TileList extends Component implements HasComponents {

    private static final int FIRST_LINES = 24;

    /** Each kind of line is a template of its own: a line that turns into another kind is drawn anew, nothing in it moves. */
    private static final String LINE = """
            ${(tiles =>
              !item.tiles ? html`<div class="gn-line"><div class="gn-tile-row">
                  ${[1.5, 1, 1.78, 0.75, 1.5].map(ratio => html`
                    <span class="gn-tile gn-waiting" style="--ar:${ratio}"></span>`)}</div></div>`
              : item.title ? html`<div class="gn-line gn-titled">
                  <div class="gn-day"><h2>${item.title}</h2><span class="gn-small gn-muted">${item.count}</span></div>
                  <div class="gn-tile-row">${tiles()}</div></div>`
              : html`<div class="gn-line"><div class="gn-tile-row">${tiles()}</div></div>`
            )(() => html`
              ${item.tiles.map(tile => html`
                <a class="gn-tile" href="gallery/${tile.id}" router-link data-image="${tile.id}" tabindex="-1"
                   style="--ar:${tile.ratio}">
                  <img class="gn-picture" src="media/${tile.id}/512" alt="${tile.prompt}" loading="lazy" draggable="false">
                  <span class="gn-tile-words" aria-hidden="true"><span class="gn-clip">${tile.prompt}</span></span>
                </a>`)}
              ${item.filler ? html`<span class="gn-tile gn-filler" style="--ar:${item.filler}"></span>` : ''}`)}""";

    private final VirtualList<Line> list = new VirtualList<>();
    private Optional<LineSource> source = Optional.empty();
    private boolean atTop = true;

    TileList() {
        list.addClassName("gn-rows");
        list.setRenderer(LitRenderer.<Line>of(LINE)
                .withProperty("title", Line::title)
                .withProperty("count", Line::count)
                .withProperty("tiles", line -> json(line.tiles()))
                .withProperty("filler", Line::filler));
        list.setDataProvider(DataProvider.fromCallbacks(
                query -> fetch(query.getOffset(), query.getLimit()),
                query -> source.map(LineSource::lines).map(TileLines::count).orElse(0)));
        add(list);
        getElement()
                .addEventListener(
                        "at-top-changed",
                        change -> atTop =
                                change.getEventData().get("event.detail.atTop").asBoolean())
                .addEventData("event.detail.atTop");
    }

    private Stream<Line> fetch(int offset, int limit) {
        return source.map(known -> known.fetch(offset, limit)).orElseGet(() -> List.<Line>of().stream());
    }

    /** By hand, because Vaadin reads only public records. */
    private static ArrayNode json(List<Line.Tile> tiles) {
        var json = JacksonUtils.createArrayNode();
        tiles.forEach(tile ->
                json.addObject().put("id", tile.id()).put("ratio", tile.ratio()).put("prompt", tile.prompt()));
        return json;
    }

    /** Shows other lines and stays where it is scrolled to. */
    void show(LineSource lines) {
        source = Optional.of(lines);
        list.getDataProvider().refreshAll();
        // With the page comes what it shows first, without another question to the server.
        if (!list.isAttached()) {
            list.getDataCommunicator().setViewportRange(0, FIRST_LINES);
        }
    }

    void scrollTo(int line) {
        list.scrollToIndex(line);
    }

    /** Puts the focus on an image's tile as soon as it is there. */
    void focus(ImageId image) {
        getElement().callJsFunction("focusImage", image.toString());
    }

    /** Tells which line is the first that can be seen. */
    void tellFirstLine(IntConsumer listener) {
        getElement().callJsFunction("firstLine").then(Integer.class, listener::accept);
    }

    boolean isAtTop() {
        return atTop;
    }
}
