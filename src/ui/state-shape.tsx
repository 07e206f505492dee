/** The shapes of the verdict: each state has its own, so that colour never carries the meaning alone. */
import type { ReactNode } from 'react';

export type Shape =
  | 'tick-disc'
  | 'cross-octagon'
  | 'dashed-ring'
  | 'slash-ring'
  | 'open-padlock'
  | 'closed-padlock'
  | 'split-bars'
  | 'triangle'
  | 'tick-ring'
  | 'i-ring'
  | 'clock'
  | 'clock-cross'
  | 'turning-arc';

const ring = <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />;

function stroke(d: string, width = 2, colour = 'currentColor') {
  return <path d={d} fill="none" stroke={colour} strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" />;
}

/** What lies on a filled shape has the colour of what lies behind it. */
const BEHIND = 'var(--behind, var(--surface))';

const SHAPES: Readonly<Record<Shape, ReactNode>> = {
  'tick-disc': (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      {stroke('M5.8 10.4l2.8 2.8 5.6-6', 2, BEHIND)}
    </>
  ),
  'cross-octagon': (
    <>
      <path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z" fill="currentColor" />
      {stroke('M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4', 2, BEHIND)}
    </>
  ),
  'dashed-ring': (
    <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3.2 3.1" />
  ),
  'slash-ring': (
    <>
      {ring}
      {stroke('M4.6 15.4L15.4 4.6')}
    </>
  ),
  'closed-padlock': (
    <>
      <rect x="4" y="9" width="12" height="9" rx="2" fill="currentColor" />
      {stroke('M6.5 9V6a3.5 3.5 0 0 1 7 0v3')}
    </>
  ),
  'open-padlock': (
    <>
      <rect x="2.5" y="9" width="12" height="9" rx="2" fill="currentColor" />
      {stroke('M11 9V6a3.5 3.5 0 0 1 7 0v1.5')}
    </>
  ),
  'split-bars': (
    <>
      {stroke('M3 4h5M12 4h5M3 10h2.5M9 10h2M14.5 10H17M3 16h5M12 16h5', 2.4)}
      {stroke('M11.5 1.5l-3 17', 1.5)}
    </>
  ),
  triangle: (
    <>
      <path d="M10 1.8L19 17.7H1z" fill="currentColor" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      {stroke('M10 7.5v4.5M10 14.7v.1', 2, BEHIND)}
    </>
  ),
  'tick-ring': (
    <>
      {ring}
      {stroke('M6.3 10.3l2.5 2.5 4.9-5.3')}
    </>
  ),
  'i-ring': (
    <>
      {ring}
      {stroke('M10 9.4v4.4M10 6.3v.1', 2.2)}
    </>
  ),
  clock: (
    <>
      {ring}
      {stroke('M10 5.4V10l3 1.9')}
    </>
  ),
  'clock-cross': (
    <>
      {stroke('M17.4 9.2A8 8 0 1 0 10.6 18')}
      {stroke('M10 5.4V10l2 1.3')}
      {stroke('M14 14l4.4 4.4M18.4 14L14 18.4')}
    </>
  ),
  'turning-arc': (
    <>
      <circle cx="10" cy="10" r="8" fill="none" stroke="var(--line)" strokeWidth="2" />
      <g className="turning">{stroke('M10 2a8 8 0 0 1 8 8')}</g>
    </>
  ),
};

export function StateShape({ shape }: { readonly shape: Shape }) {
  return (
    <svg className="state-shape" viewBox="0 0 20 20" aria-hidden="true">
      {SHAPES[shape]}
    </svg>
  );
}
