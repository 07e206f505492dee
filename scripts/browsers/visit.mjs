// @ts-check
/** What is done inside the page by a visitor. Each function runs there alone: it may name nothing of this file. */
export const VISIT = {
  /**
   * Selects a text in a field of its own, ready to be cut.
   *
   * @param {string} text
   */
  select: (text) => {
    const field = document.createElement('textarea');
    field.id = 'to-be-cut';
    field.value = text;
    document.body.append(field);
    field.focus();
    field.select();
  },

  /**
   * Focuses the editor of a name.
   *
   * @param {string} name
   */
  focus: (name) => {
    document.getElementById('to-be-cut')?.remove();
    const boxes = [...document.querySelectorAll('textarea, [role="textbox"]')];
    const box = boxes.find((one) => one.getAttribute('aria-label') === name);
    if (!(box instanceof HTMLElement)) throw new Error(`There is no box named ${name}.`);
    box.focus();
  },

  /**
   * Presses a button by its whole name.
   *
   * @param {string} name
   */
  press: (name) => {
    const button = [...document.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
    );
    if (button === undefined) throw new Error(`There is no button named ${name}.`);
    button.click();
  },

  /**
   * The code of the verdict once it is the one that is waited for, or what it is when the time is over.
   *
   * @param {string} given { code, within } as JSON, within in milliseconds
   * @returns {Promise<string>}
   */
  verdict: async (given) => {
    const { code, within } = JSON.parse(given);
    const end = performance.now() + within;
    for (;;) {
      const bar = document.querySelector('section[aria-label="Verdict"]');
      const seen = bar?.getAttribute('data-code') ?? 'no verdict bar';
      const settled = bar?.getAttribute('aria-busy') === 'false';
      if ((seen === code && settled) || performance.now() > end) return seen;
      await new Promise((done) => setTimeout(done, 50));
    }
  },
};
