/** The marks of the parts that an example has. */
export function ExampleMark({ signed }: { readonly signed: boolean }) {
  return (
    <span aria-hidden="true" className="flex w-[22px] flex-none flex-col gap-[3px]">
      <i className="swatch" />
      <i className="swatch swatch-p" />
      {signed ? <i className="swatch swatch-s" /> : null}
    </span>
  );
}
