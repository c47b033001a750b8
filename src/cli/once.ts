/** Text as what is written piece by piece. */
export async function* once(text: string): AsyncIterable<string> {
  yield text;
}
