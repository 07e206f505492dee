/** The sentence as Markdown that shows exactly it: a message may quote what stood in the token. */
export const asMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+\-.!|~|&$:@]/g, '\\$&');
