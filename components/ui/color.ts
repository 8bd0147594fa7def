/** Designsystemet's colours by meaning; they colour a component and what is inside it. */
export type Color = 'accent' | 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** Designsystemet's size modes. */
export type Size = 'sm' | 'md' | 'lg';
