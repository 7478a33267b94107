const refuse = (): never => {
  throw new TypeError('The catalogue cannot be changed');
};

/** Freezes everything reachable from `value`; maps, which `Object.freeze` leaves open, refuse to be changed. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    Object.defineProperties(value, { set: { value: refuse }, delete: { value: refuse }, clear: { value: refuse } });
    Object.freeze(value);
    for (const item of value.values()) deepFreeze(item);
    return value;
  }
  Object.freeze(value);
  for (const key in value) deepFreeze(value[key]);
  return value;
}
