/* Counts down the seconds of an offer to undo; they stand still while the pointer or the focus is on its card. */
window.genonautUndo = {
  countDown(label, seconds) {
    let left = seconds;
    const show = () => { label.textContent = `, ${left}\u00a0s`; };
    const tick = setInterval(() => {
      const card = label.closest('vaadin-notification-card');
      if (!card) {
        clearInterval(tick); /* closed */
      } else if (!card.matches(':hover') && !card.contains(document.activeElement)) {
        left -= 1;
        show();
        if (left <= 0) {
          clearInterval(tick);
          label.dispatchEvent(new CustomEvent('undo-over'));
        }
      }
    }, 1000);
    show();
  },
};
