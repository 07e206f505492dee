// @ts-check
/** Draws the icons of public/ from favicon.svg: node scripts/make-icons.mjs. The pictures are kept in the repository. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './find-browser.mjs';

const folder = resolve(import.meta.dirname, '../public');
const svg = readFileSync(resolve(folder, 'favicon.svg'), 'utf8');
/** Systems cut their own shape: the ground fills the square. */
const square = svg.replace(/ rx="\d+"/, '');

/** `drawn`: share of the width that the drawing takes; of a maskable icon four fifths are sure to be seen. */
const ICONS = [
  { file: 'icon-180.png', size: 180, source: square, drawn: 1 },
  { file: 'icon-192.png', size: 192, source: svg, drawn: 1 },
  { file: 'icon-512.png', size: 512, source: svg, drawn: 1 },
  { file: 'icon-maskable-512.png', size: 512, source: square, drawn: 0.8 },
];

const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
try {
  for (const { file, size, source, drawn } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const ground = /<rect[^>]* fill="(#\w+)"/.exec(source)?.[1] ?? 'none';
    const style = `margin: 0; display: grid; place-items: center; height: 100vh; background: ${drawn < 1 ? ground : 'none'}`;
    const picture = source.replace('<svg ', `<svg width="${size * drawn}" height="${size * drawn}" `);
    await page.setContent(`<body style="${style}">${picture}</body>`);
    writeFileSync(resolve(folder, file), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
