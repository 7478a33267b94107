import { statementRoute } from './accessibility/statement-route.tsx';
import { audienceRoute, audiencesRoute } from './audience-routes.tsx';
import { conceptCompareRoute, conceptPrintRoute, conceptRoute } from './concept-routes.tsx';
import { contentPageRoute } from './content-page-route.tsx';
import { changesRoute } from './changes-route.tsx';
import { embedFrameRoute, embedRoute } from './embed/embed-routes.tsx';
import { eventRoute, eventsRoute } from './event-routes.tsx';
import { emergencyRoute } from './emergency/emergency-route.tsx';
import { fundingRoute, fundingsRoute } from './funding-routes.tsx';
import { gapsRoute, matrixRoute } from './gaps-routes.tsx';
import { guideRoute } from './guides/guide-route.tsx';
import { guidesRoute } from './guides/guides-route.tsx';
import { glossaryRoute } from './glossary/glossary-route.tsx';
import { guidelineRoute } from './guideline-route.tsx';
import { hubRoute } from './hub-route.tsx';
import { indicatorRoute } from './indicator-route.tsx';
import { spokenLanguageRoute, spokenLanguagesRoute } from './language-routes.tsx';
import { myListRoute } from './my-list-route.tsx';
import { dataRoute } from './data-route.tsx';
import { mapRoute, townMapRoute } from './map/map-routes.tsx';
import { measureRoute } from './measure-route.tsx';
import { missingRoute } from './missing-route.tsx';
import { offerRoute } from './offer-route.tsx';
import { offersRoute } from './offers-route.tsx';
import { networkRoute, networksRoute } from './network-routes.tsx';
import { offlineFallbackRoute, offlineRoute } from './offline-routes.tsx';
import { organisationRoute, organisationsRoute } from './organisation-routes.tsx';
import { participateRoute } from './participate-route.tsx';
import { situationRoute } from './life-situations/situation-route.tsx';
import type { Route } from './route.ts';
import { startRoute } from './start-route.tsx';
import { statusRoute } from './status-route.tsx';
import { topicRoute, topicsRoute } from './topic-routes.tsx';
import { translationRoute } from './translation-route.tsx';
import { townRoute, townsRoute } from './town-routes.tsx';
import { weekRoute } from './week/week-route.tsx';
import { volunteeringRoute } from './volunteering-route.tsx';

/** A route without the type of its items, so that all of them fit into one list. */
export type AnyRoute = Route<unknown>;

export const anyRoute = <Item>(route: Route<Item>): AnyRoute => route;

/** Every kind of page that exists once in each language. */
export const routes: readonly AnyRoute[] = [
  anyRoute(startRoute),
  anyRoute(situationRoute),
  anyRoute(guidesRoute),
  anyRoute(guideRoute),
  anyRoute(emergencyRoute),
  anyRoute(offersRoute),
  anyRoute(offerRoute),
  anyRoute(topicsRoute),
  anyRoute(topicRoute),
  anyRoute(townsRoute),
  anyRoute(townRoute),
  anyRoute(mapRoute),
  anyRoute(townMapRoute),
  anyRoute(weekRoute),
  anyRoute(audiencesRoute),
  anyRoute(audienceRoute),
  anyRoute(organisationsRoute),
  anyRoute(organisationRoute),
  anyRoute(hubRoute),
  anyRoute(networksRoute),
  anyRoute(networkRoute),
  anyRoute(eventsRoute),
  anyRoute(eventRoute),
  anyRoute(changesRoute),
  anyRoute(fundingsRoute),
  anyRoute(fundingRoute),
  anyRoute(conceptRoute),
  anyRoute(conceptPrintRoute),
  anyRoute(conceptCompareRoute),
  anyRoute(measureRoute),
  anyRoute(indicatorRoute),
  anyRoute(guidelineRoute),
  anyRoute(gapsRoute),
  anyRoute(matrixRoute),
  anyRoute(missingRoute),
  anyRoute(statusRoute),
  anyRoute(volunteeringRoute),
  anyRoute(spokenLanguagesRoute),
  anyRoute(spokenLanguageRoute),
  anyRoute(participateRoute),
  anyRoute(translationRoute),
  anyRoute(dataRoute),
  anyRoute(embedRoute),
  anyRoute(embedFrameRoute),
  anyRoute(myListRoute),
  anyRoute(offlineRoute),
  anyRoute(offlineFallbackRoute),
  anyRoute(statementRoute),
  anyRoute(glossaryRoute),
  anyRoute(contentPageRoute),
];

export { sitePages } from './site-pages.tsx';
