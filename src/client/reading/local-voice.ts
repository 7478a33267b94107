const baseOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/**
 * The device's own voice for a language; undefined where it has none. Voices that a browser lends from its maker send
 * the text there, so they are none of ours.
 */
export function localVoice(lang: string): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis
    .getVoices()
    .filter((voice) => voice.localService && baseOf(voice.lang) === baseOf(lang));
  return voices.find((voice) => voice.default) ?? voices[0];
}
