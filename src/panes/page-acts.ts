/** What the panes ask of the page around them: things that need the clipboard, a file, or a part that is loaded later. */
export interface PageActs {
  /** from the clipboard into the token editor */
  paste(): void;
  openTokenFile(): void;
  openKeyFile(): void;
  /** the content of a token that leaves it out */
  openContentFile(): void;
  /** answers when a file has been chosen, never where none is */
  chooseFile(): Promise<File>;
  /** the key box takes the focus */
  goToKey(): void;
  openExamples(anchor: HTMLElement): void;
  /** the browser refused to write to the clipboard */
  copyRefused(): void;
  /** a part of the page could not be fetched */
  partMissing(): void;
}

/** Something that the page says in place. `alert`: an act that the person pressed has failed. */
export interface Said {
  readonly words: string;
  readonly alert: boolean;
}
