/** Why a text in the header or payload pane was not put into the token; read after line and column. */

export function notHexMessage(): string {
  return 'expected pairs of hexadecimal digits';
}

export function otherFormMessage(): string {
  return 'a token of this form is edited in the token itself';
}
