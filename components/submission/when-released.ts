let pressed = false;

if (typeof document !== 'undefined') {
  document.addEventListener(
    'pointerdown',
    () => {
      pressed = true;
    },
    true,
  );
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(
      end,
      () => {
        pressed = false;
      },
      true,
    );
}

/**
 * Runs work now, or, while a finger or mouse button is down, after the click that it makes. A field is left the moment the
 * button goes down: an error that came or went then would move the page, and the click would hit something else.
 */
export function whenReleased(work: () => void): void {
  if (!pressed) work();
  else document.addEventListener('pointerup', () => setTimeout(work, 0), { once: true });
}
