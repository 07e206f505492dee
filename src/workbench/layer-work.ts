/**
 * What the page does with layers, disclosures and serializations. It comes with the live page: nothing of it can be seen
 * or pressed before.
 */
import { convertTo } from './conversion.ts';
import * as edits from './layer-edits.ts';
import { createLayerViews } from './layer-views.ts';
import * as presentation from './presentation.ts';
import { dropEdits, notSealed, sealedAs } from './sealing.ts';

export const layerWork = { createLayerViews, convertTo, ...edits, ...presentation, dropEdits, notSealed, sealedAs };

export type LayerWork = typeof layerWork;
