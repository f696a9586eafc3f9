import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The accent: the green of a forest seen from above the tree line. */
const pine: MantineColorsTuple = [
  '#edf6f4',
  '#d6e9e6',
  '#aed4cf',
  '#82bdb6',
  '#5ea8a0',
  '#43968d',
  '#2f8078',
  '#1f6660',
  '#19534e',
  '#113c38',
];

/** Warm greys of the night, light text first. */
const dark: MantineColorsTuple = [
  '#e6e3db',
  '#c2c5c9',
  '#a3a9b2',
  '#6b737d',
  '#3d454e',
  '#2b323a',
  '#1f252c',
  '#171c22',
  '#12161b',
  '#0d1014',
];

const gray: MantineColorsTuple = [
  '#f8f7f4',
  '#f2f0eb',
  '#e7e4dd',
  '#d9d5cb',
  '#c4c0b5',
  '#8b8d90',
  '#5a6270',
  '#454c57',
  '#2f3640',
  '#1c2430',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  colors: { pine, dark, gray },
  black: '#1c2430',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.25' },
      h2: { fontSize: '16px', lineHeight: '1.35' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Its border says that something is wrong; the head is to be read.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    // A link is as large as the text it stands in.
    Anchor: { defaultProps: { inherit: true } },
    // The head of a dialog is not that of the page.
    Drawer: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    // The words of a choice change colour at once when the light does.
    SegmentedControl: { defaultProps: { transitionDuration: 0 } },
    Modal: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
  },
});

/** Mantine's quiet greys are too pale for AA on our paper; these are not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fdfcfa',
    '--mantine-color-dimmed': '#5a6270',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-error': '#a32a1c',
    '--mantine-color-anchor': '#1f6660',
    '--card': '#ffffff',
    '--line': '#e7e4dd',
    '--hover': '#f5f3ee',
    '--good': '#2f8078',
    '--wait': '#b7791f',
    '--bad': '#b3382a',
    '--calm': '#8b8d90',
  },
  dark: {
    '--mantine-color-dimmed': '#a3a9b2',
    '--mantine-color-placeholder': '#949ba5',
    '--mantine-color-error': '#f0938a',
    '--mantine-color-anchor': '#82bdb6',
    '--card': '#1b2128',
    '--line': '#2b323a',
    '--hover': '#20272f',
    '--good': '#5ea8a0',
    '--wait': '#dba63f',
    '--bad': '#ea7f73',
    '--calm': '#a3a9b2',
  },
});
