export { type Colour, contrastRatio, textOn } from './contrast.ts';
