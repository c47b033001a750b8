import { type JsonTokens, TOKEN } from './json-tokens.ts';

/**
 * Walks through the object that the current token opens. At each step the current token is the first of a value, whose
 * name `key()` gives until another token is read; it must be its last when the walk goes on.
 */
export function* members(tokens: JsonTokens): Generator<void> {
  tokens.enter();
  let token = tokens.next();
  while (token !== TOKEN.closeObject) {
    if (token !== TOKEN.string) throw tokens.fault('the name of a property in quotes is expected');
    tokens.holdKey();
    if (tokens.next() !== TOKEN.colon) throw tokens.fault('a colon is expected after the name of a property');
    tokens.next();
    yield;
    token = tokens.next();
    if (token === TOKEN.comma) {
      token = tokens.next();
      if (token === TOKEN.closeObject) throw tokens.fault('a comma stands before a closing brace');
    } else if (token !== TOKEN.closeObject) {
      throw tokens.fault('a comma or a closing brace is expected');
    }
  }
  tokens.leave();
}

/** Walks through the list that the current token opens, as `members` does through an object. */
export function* elements(tokens: JsonTokens): Generator<void> {
  tokens.enter();
  let token = tokens.next();
  while (token !== TOKEN.closeArray) {
    yield;
    token = tokens.next();
    if (token === TOKEN.comma) {
      token = tokens.next();
      if (token === TOKEN.closeArray) throw tokens.fault('a comma stands before a closing bracket');
    } else if (token !== TOKEN.closeArray) {
      throw tokens.fault('a comma or a closing bracket is expected');
    }
  }
  tokens.leave();
}

/** Passes the value that begins at the current token. */
export function skipValue(tokens: JsonTokens): void {
  if (tokens.token === TOKEN.openObject) for (const _ of members(tokens)) skipValue(tokens);
  else if (tokens.token === TOKEN.openArray) for (const _ of elements(tokens)) skipValue(tokens);
  else if (!isScalar(tokens)) throw tokens.fault('a value is expected');
}

/** Whether the current token is a value of its own. */
export function isScalar({ token }: JsonTokens): boolean {
  return (
    token === TOKEN.string ||
    token === TOKEN.number ||
    token === TOKEN.true ||
    token === TOKEN.false ||
    token === TOKEN.null
  );
}
