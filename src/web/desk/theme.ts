import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, Modal } from '@mantine/core';

const ten = (colour: string) => Array(10).fill(colour) as unknown as MantineColorsTuple;

/** Mantine's greys and darks, each step a token, so that both schemes follow tokens.css. */
const GREYS = [
  'var(--c-ground)',
  'var(--c-sunken)',
  'var(--c-sunken)',
  'var(--c-line)',
  'var(--c-line-strong)',
  'var(--c-line-strong)',
  'var(--c-text-quiet)',
  'var(--c-text)',
  'var(--c-text)',
  'var(--c-text)',
] as const satisfies MantineColorsTuple;
const DARKS = [
  'var(--c-text)',
  'var(--c-text)',
  'var(--c-text-quiet)',
  'var(--c-text-quiet)',
  'var(--c-line)',
  'var(--c-sunken)',
  'var(--c-surface)',
  'var(--c-surface)',
  'var(--c-ground)',
  'var(--c-ground)',
] as const satisfies MantineColorsTuple;

/** Mantine dressed in our tokens; it brings no colour or size of its own. */
export const theme = createTheme({
  primaryColor: 'brand',
  colors: { brand: ten('var(--c-brand)'), red: ten('var(--c-danger)'), gray: GREYS, dark: DARKS },
  fontFamily: 'var(--font)',
  fontSizes: {
    xs: 'var(--text-tiny)',
    sm: 'var(--text-small)',
    md: 'var(--text-desk)',
    lg: 'var(--text-body)',
    xl: 'var(--text-large)',
  },
  lineHeights: { md: 'var(--leading)', sm: 'var(--leading)', xs: 'var(--leading-tight)' },
  headings: { fontWeight: 'var(--weight-bold)' },
  spacing: { xs: 'var(--s-2)', sm: 'var(--s-3)', md: 'var(--s-4)', lg: 'var(--s-5)', xl: 'var(--s-6)' },
  radius: {
    xs: 'var(--radius-small)',
    sm: 'var(--radius-small)',
    md: 'var(--radius)',
    lg: 'var(--radius-large)',
    xl: 'var(--radius-round)',
  },
  shadows: {
    xs: 'var(--shadow)',
    sm: 'var(--shadow)',
    md: 'var(--shadow-raised)',
    lg: 'var(--shadow-raised)',
    xl: 'var(--shadow-raised)',
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A dialog's own header is no banner of the page.
    Modal: Modal.extend({ defaultProps: { attributes: { header: { role: 'none' } } } }),
  },
  variantColorResolver: ({ variant, color }) => {
    const name = color === 'red' ? 'danger' : 'brand';
    const ink = `var(--c-${name})`;
    const none = { border: 'var(--line-thin) solid transparent' };
    if (variant === 'filled')
      return { ...none, background: ink, hover: `var(--c-${name}-strong)`, color: `var(--c-on-${name})` };
    if (variant === 'default')
      return {
        background: 'var(--c-surface)',
        hover: 'var(--c-sunken)',
        color: 'var(--c-text)',
        border: 'var(--line-thin) solid var(--c-line-strong)',
      };
    const background = variant === 'light' ? `var(--c-${name}-soft)` : 'transparent';
    return { ...none, background, hover: 'var(--c-sunken)', color: `var(--c-${name}-strong)` };
  },
});

const VARIABLES = {
  '--mantine-color-body': 'var(--c-surface)',
  '--mantine-color-text': 'var(--c-text)',
  '--mantine-color-dimmed': 'var(--c-text-quiet)',
  '--mantine-color-placeholder': 'var(--c-text-quiet)',
  '--mantine-color-anchor': 'var(--c-brand)',
  '--mantine-color-error': 'var(--c-danger)',
  '--mantine-color-default': 'var(--c-surface)',
  '--mantine-color-default-hover': 'var(--c-sunken)',
  '--mantine-color-default-color': 'var(--c-text)',
  '--mantine-color-default-border': 'var(--c-line-strong)',
  '--mantine-color-disabled': 'var(--c-sunken)',
  '--mantine-color-disabled-color': 'var(--c-text-quiet)',
  '--mantine-color-brand-filled': 'var(--c-brand)',
  '--mantine-color-brand-filled-hover': 'var(--c-brand-strong)',
  '--mantine-color-brand-light': 'var(--c-brand-soft)',
  '--mantine-color-brand-light-hover': 'var(--c-sunken)',
  '--mantine-color-brand-light-color': 'var(--c-brand-strong)',
  '--mantine-color-brand-outline': 'var(--c-brand)',
  '--mantine-primary-color-contrast': 'var(--c-on-brand)',
  '--mantine-color-white': 'var(--c-on-brand)',
};

/** The same names in both schemes: what differs is in tokens.css. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: VARIABLES, dark: VARIABLES });
