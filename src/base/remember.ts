const MOST = 1000;

/** Keeps a value for its key. What is kept never grows without end: a full map is begun anew. */
export function remember<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value): Value {
  if (kept.size >= MOST) kept.clear();
  kept.set(key, value);
  return value;
}
