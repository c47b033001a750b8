const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/y;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The attributes of a tag, by name; null where there is anything else, or one of them stands twice. */
export function attributesOf(text: string | undefined): Map<string, string> | null {
  if (text === undefined) return null;
  const said = new Map<string, string>();
  let at = 0;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (found === null) break;
    const [, name = '', double, single] = found;
    if (said.has(name)) return null;
    said.set(name, unescaped(double ?? single ?? ''));
    at = ATTRIBUTE.lastIndex;
  }
  return text.slice(at).trim() === '' ? said : null;
}

/** Text of XML as it is meant. */
export function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
