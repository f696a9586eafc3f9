/** Shows the field of a fault and puts the focus there: it, or what stands nearest above it. Fields of a closed rule come first. */
export function goToFault(path: string): void {
  // A rule that is closed opens in the render that follows.
  setTimeout(() => {
    let at = path;
    while (at !== '') {
      const found = document.querySelector<HTMLElement>(`[data-at=${JSON.stringify(at)}]`);
      if (found !== null) {
        found.scrollIntoView({ block: 'center' });
        const field = found.matches('input, textarea, [tabindex]') ? found : found.querySelector<HTMLElement>('input, textarea');
        (field ?? found).focus({ preventScroll: true });
        return;
      }
      at = at.replace(/(\.[^.[]+|\[\d+\]|^[^.[]+)$/, '');
    }
  });
}
