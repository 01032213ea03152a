/** Turns the paper of the whole page: turned for the table alone, the heading and the footer would stand on sheets of their own. */
export function Landscape() {
  return <style>{"@page { size: A4 landscape; margin: 15mm; }"}</style>;
}
