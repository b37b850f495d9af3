/** Our few icons, drawn here: 16 x 16, in the text's colour. */
const STROKE =
  'fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"';

const PATHS = {
  alert: `<path d="M8 2 1.8 13.2h12.4Z" ${STROKE}/><path d="M8 6.4v3.2M8 11.4v.1" ${STROKE}/>`,
  check: `<circle cx="8" cy="8" r="6.2" ${STROKE}/><path d="m5.2 8.2 2 2 3.6-4" ${STROKE}/>`,
  chevron: `<path d="m6 3.5 4.5 4.5L6 12.5" ${STROKE}/>`,
  clear: `<path d="M3 4.5h10M6.3 4V2.6h3.4V4M4.4 4.6l.6 8.8h6l.6-8.8" ${STROKE}/>`,
  close: `<path d="m4 4 8 8M12 4l-8 8" ${STROKE}/>`,
  copy: `<rect x="5.5" y="5.5" width="8" height="8" rx="1.5" ${STROKE}/><path d="M10.5 3v-.5h-8v8H3" ${STROKE}/>`,
  error: `<circle cx="8" cy="8" r="6.2" ${STROKE}/><path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" ${STROKE}/>`,
  fold: `<path d="M3.5 11.5h9" ${STROKE}/>`,
  info: `<circle cx="8" cy="8" r="6.2" ${STROKE}/><path d="M8 7.4v3.4M8 5v.1" ${STROKE}/>`,
  rerun: `<path d="M13 8a5 5 0 1 1-1.5-3.6L13 6M13 2.8V6H9.8" ${STROKE}/>`,
  run: '<path d="M4.5 2.8v10.4L13 8Z" fill="currentColor"/>',
  stop: '<rect x="3.5" y="3.5" width="9" height="9" rx="1.5" fill="currentColor"/>',
} as const;

export type IconName = keyof typeof PATHS;

/** The icon as markup; hidden from screen readers, since a label always stands beside it. */
export function icon(name: IconName): string {
  return `<svg class="nbapp-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${PATHS[name]}</svg>`;
}
