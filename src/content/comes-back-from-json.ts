/** Whether JSON says all that a value is: no dates, no numbers that it lacks, no keys that mean something else to objects. */
export function comesBackFromJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      break;
    default:
      return false;
  }
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(comesBackFromJson);
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(([key, part]) => key !== '__proto__' && comesBackFromJson(part));
}
