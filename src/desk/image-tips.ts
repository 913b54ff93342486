import type { BilingualText } from '../contracts/index.js';

/** What helps to take an image that something can be seen in; kept with each asking as it was said. */
export const IMAGE_TIPS: readonly BilingualText[] = [
  {
    sv: 'Ta bilden i dagsljus, eller tänd en lampa. Undvik blixt.',
    en: 'Take the picture in daylight, or turn on a lamp. Avoid the flash.',
  },
  {
    sv: 'Ta en bild på nära håll, ungefär två decimeter bort, och en längre ifrån som visar var det är.',
    en: 'Take one picture up close, about 20 cm away, and one from further away that shows where it is.',
  },
  {
    sv: 'Lägg gärna ett mynt bredvid, så att storleken syns.',
    en: 'Put a coin beside it if you can, so that the size can be seen.',
  },
];
