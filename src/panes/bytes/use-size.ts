import { type RefObject, useLayoutEffect, useState } from 'react';

/** The size of an element's content, in pixels; zero until it is on the screen. */
export function useSize(element: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () =>
      setSize((last) => {
        const { clientWidth: width, clientHeight: height } = current;
        return last.width === width && last.height === height ? last : { width, height };
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
