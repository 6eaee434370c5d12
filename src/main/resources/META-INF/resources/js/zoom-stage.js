/**
 * <gn-zoom-stage>: shows its one <img> as large as fits; wheel, pinch, + and −, 0 and double click zoom, dragging pans.
 * Its box is reserved from the image's width and height, so nothing moves when the bytes come. A picture that is enlarged
 * is shown from its original (data-original).
 */
const MOST = 8;

class ZoomStage extends HTMLElement {
  #scale = 1; // 1 fits the stage
  #at = { x: 0, y: 0 }; // of the picture's middle, in pixels from the stage's
  #fingers = new Map();
  #resized = new ResizeObserver(() => this.#draw());
  #changed = new MutationObserver(() => this.fit());
  #keys = event => this.#key(event);

  connectedCallback() {
    ['wheel', 'dblclick', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel'].forEach(type =>
      this.addEventListener(type, this, { passive: false }));
    window.addEventListener('keydown', this.#keys);
    this.#resized.observe(this);
    this.#changed.observe(this, { subtree: true, childList: true, attributeFilter: ['data-original'] });
    this.fit();
  }

  disconnectedCallback() {
    window.removeEventListener('keydown', this.#keys);
    this.#resized.disconnect();
    this.#changed.disconnect();
  }

  handleEvent(event) {
    if (event.type === 'wheel') this.#wheel(event);
    else if (event.type === 'dblclick') this.#scale > 1 ? this.fit() : this.zoomBy(this.#full / this.#fitted, event);
    else if (event.type === 'pointerdown') this.#press(event);
    else if (event.type === 'pointermove') this.#drag(event);
    else this.#fingers.delete(event.pointerId);
  }

  fit() {
    this.#scale = 1;
    this.#at = { x: 0, y: 0 };
    this.#draw();
  }

  /** Called by the server, too; keeps the point of the event where it is. */
  zoomBy(factor, { clientX, clientY } = {}) {
    const before = this.#scale;
    this.#scale = Math.min(Math.max(before * Math.max(factor, 0.01), 1), MOST * Math.max(1, this.#full / this.#fitted));
    const box = this.getBoundingClientRect();
    const x = clientX === undefined ? 0 : clientX - box.left - box.width / 2;
    const y = clientY === undefined ? 0 : clientY - box.top - box.height / 2;
    const grown = this.#scale / before;
    this.#at = { x: x - (x - this.#at.x) * grown, y: y - (y - this.#at.y) * grown };
    this.#draw();
  }

  wholeScreen() {
    const stage = this.parentElement;
    document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen?.();
  }

  get #image() {
    return this.querySelector('img');
  }

  /** Width of the original. */
  get #full() {
    return Number(this.#image?.getAttribute('width')) || 1;
  }

  /** Width at which all of it is seen; small pictures are not enlarged. */
  get #fitted() {
    const height = Number(this.#image?.getAttribute('height')) || 1;
    const style = getComputedStyle(this);
    const wide = this.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const high = this.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    return Math.max(1, Math.min(this.#full, wide, (high * this.#full) / height));
  }

  #draw() {
    const image = this.#image;
    if (!image) return;
    const width = this.#fitted * this.#scale;
    const height = (width * Number(image.getAttribute('height'))) / this.#full;
    const limit = (size, room) => Math.max(0, (size - room) / 2);
    const clamp = (value, most) => Math.min(Math.max(value, -most), most);
    this.#at.x = clamp(this.#at.x, limit(width, this.clientWidth));
    this.#at.y = clamp(this.#at.y, limit(height, this.clientHeight));
    Object.assign(image.style, { width: `${width}px`, height: `${height}px`, transform: `translate(${this.#at.x}px, ${this.#at.y}px)` });
    this.classList.toggle('gn-zoomed', this.#scale > 1);
    if (this.#scale > 1 && image.dataset.original && !image.src.endsWith(image.dataset.original)) image.src = image.dataset.original;
    const label = this.parentElement?.querySelector('.gn-zoom-percent');
    if (label) label.textContent = `${Math.round((100 * width) / this.#full)}\u202f%`;
  }

  #wheel(event) {
    event.preventDefault();
    this.zoomBy(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), event);
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, vaadin-menu-bar-list-box')) return;
    if (event.key === '+' || event.key === '=') this.zoomBy(1.25);
    else if (event.key === '-') this.zoomBy(0.8);
    else if (event.key === '0') this.fit();
  }

  #press(event) {
    if (event.button !== 0) return;
    event.preventDefault(); // no dragging of the image itself
    this.#fingers.set(event.pointerId, event);
    this.setPointerCapture(event.pointerId);
  }

  #drag(event) {
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    const other = [...this.#fingers.values()].find(finger => finger.pointerId !== event.pointerId);
    this.#fingers.set(event.pointerId, event);
    if (other) {
      const distance = finger => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
      this.zoomBy(distance(event) / Math.max(1, distance(before)), other);
    } else {
      this.#at.x += event.clientX - before.clientX;
      this.#at.y += event.clientY - before.clientY;
      this.#draw();
    }
  }
}

customElements.define('gn-zoom-stage', ZoomStage);
