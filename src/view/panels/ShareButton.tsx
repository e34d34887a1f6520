import { useApp } from '../../state/app.ts';

/** Opens the dialog with the link of what is on screen. */
export function ShareButton() {
  const { dialogs, t } = useApp();
  return (
    <button type="button" class="button" aria-label={t().header.share} onClick={() => dialogs.show({ name: 'share' })}>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M8 10V2M5 5l3-3 3 3M4 8H3v6h10V8h-1"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
          stroke-linejoin="round"
        />
      </svg>
      <span class="button-text">{t().header.share}</span>
    </button>
  );
}
