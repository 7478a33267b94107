/** On pages with long texts: words explained in place, and reading aloud where there is a voice. */
import { offerReading } from './reading/offer-reading.ts';
import { openWordsInPlace } from './reading/open-word.ts';

openWordsInPlace();
offerReading();
