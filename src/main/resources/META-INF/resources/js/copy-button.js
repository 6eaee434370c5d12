/**
 * <gn-copy text copied>: a click on the button inside copies the text, within the click itself, which is when browsers
 * allow it; then says so for a moment. Works without https, too, where there is no navigator.clipboard.
 */
class CopyButton extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this);
  }

  async handleEvent() {
    if (!(await copyModern(this.text)) && !copyOldWay(this.text)) return;
    this.querySelector('[role=status]').textContent = this.copied;
    this.toggleAttribute('done', true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#rest(), 2000);
  }

  #rest() {
    this.toggleAttribute('done', false);
    this.querySelector('[role=status]').textContent = '';
  }
}

async function copyModern(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // not a secure context, or not allowed
  }
}

function copyOldWay(text) {
  const area = document.createElement('textarea');
  const focused = document.activeElement;
  area.value = text;
  area.className = 'gn-hidden-text';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  focused?.focus();
  return copied;
}

customElements.define('gn-copy', CopyButton);
