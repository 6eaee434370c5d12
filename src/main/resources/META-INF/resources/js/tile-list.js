/**
 * <gn-tile-list>: the keyboard in the gallery's list of tiles. One tile is in the tab order; arrow keys walk from tile to
 * tile, also to lines that are not in the page yet. Whoever opens a tile finds back to it: its id is kept in the address.
 */
class TileList extends HTMLElement {
  #atTop = true;
  #rover = new MutationObserver(() => this.#keepOneInTabOrder());

  connectedCallback() {
    this.addEventListener('keydown', this);
    this.addEventListener('focusin', this);
    this.addEventListener('click', this, true);
    this.addEventListener('scroll', this, { capture: true, passive: true });
    this.#rover.observe(this, { childList: true, subtree: true });
  }

  disconnectedCallback() {
    this.#rover.disconnect();
  }

  handleEvent(event) {
    const tile = event.target.closest?.('a.gn-tile');
    if (event.type === 'scroll') this.#scrolled();
    else if (!tile) return;
    else if (event.type === 'focusin') this.#putInTabOrder(tile);
    else if (event.type === 'click') this.#remember(tile, event);
    else this.#walk(tile, event);
  }

  /** Called by the server: focuses an image's tile once its line has been drawn. */
  focusImage(id) {
    this.#eventually(() => this.querySelector(`a.gn-tile[data-image="${CSS.escape(id)}"]`), tile => this.#focus(tile));
  }

  /** Called by the server. */
  firstLine() {
    return this.#list.firstVisibleIndex ?? 0;
  }

  get #list() {
    return this.querySelector('vaadin-virtual-list');
  }

  get #tiles() {
    return [...this.querySelectorAll('a.gn-tile')].filter(tile => tile.offsetParent);
  }

  #scrolled() {
    const atTop = this.#list.scrollTop < 40;
    if (atTop !== this.#atTop) {
      this.#atTop = atTop;
      this.dispatchEvent(new CustomEvent('at-top-changed', { detail: { atTop } }));
    }
  }

  #keepOneInTabOrder() {
    const tiles = this.#tiles;
    if (tiles.length && !tiles.some(tile => tile.tabIndex === 0)) this.#putInTabOrder(tiles[0]);
  }

  #putInTabOrder(tile) {
    this.querySelectorAll('a.gn-tile[tabindex="0"]').forEach(other => (other.tabIndex = -1));
    tile.tabIndex = 0;
  }

  #remember(tile, event) {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      history.replaceState(history.state, '', `${location.pathname}?at=${tile.dataset.image}`);
    }
  }

  #walk(tile, event) {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const line = this.#lineOf(tile);
    const beside = [...tile.parentElement.querySelectorAll('a.gn-tile')];
    const at = beside.indexOf(tile);
    const last = this.#list.items.length - 1;
    const moves = {
      ArrowLeft: () => beside[at - 1] ?? this.#toLine(line - 1, tiles => tiles.at(-1)),
      ArrowRight: () => beside[at + 1] ?? this.#toLine(line + 1, tiles => tiles[0]),
      ArrowUp: () => this.#toLine(line - 1, tiles => nearest(tile, tiles)),
      ArrowDown: () => this.#toLine(line + 1, tiles => nearest(tile, tiles)),
      Home: () => (event.ctrlKey ? this.#toLine(0, tiles => tiles[0]) : beside[0]),
      End: () => (event.ctrlKey ? this.#toLine(last, tiles => tiles.at(-1)) : beside.at(-1)),
    };
    const move = moves[event.key];
    if (!move || (event.ctrlKey && event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    const next = move();
    if (next) this.#focus(next);
  }

  /** The tile may have to be fetched first: then it is focused when it comes. */
  #toLine(line, choose) {
    if (line < 0 || line >= this.#list.items.length) return;
    const find = () => {
      const tiles = this.#tiles.filter(tile => this.#lineOf(tile) === line);
      return tiles.length ? choose(tiles) : undefined;
    };
    const there = find();
    if (there) return there;
    this.#list.scrollToIndex(line);
    this.#eventually(find, tile => this.#focus(tile));
  }

  #lineOf(tile) {
    return Number(tile.closest('[role=listitem]').ariaPosInSet) - 1;
  }

  #focus(tile) {
    tile.focus({ preventScroll: true });
    tile.closest('.gn-line').scrollIntoView({ block: 'nearest' });
  }

  #eventually(find, use, frames = 120) {
    const found = find();
    if (found) use(found);
    else if (frames && this.isConnected) requestAnimationFrame(() => this.#eventually(find, use, frames - 1));
  }
}

function nearest(tile, others) {
  const middle = box => (box.left + box.right) / 2;
  const from = middle(tile.getBoundingClientRect());
  const distance = other => Math.abs(middle(other.getBoundingClientRect()) - from);
  return others.reduce((best, other) => (distance(other) < distance(best) ? other : best));
}

customElements.define('gn-tile-list', TileList);
