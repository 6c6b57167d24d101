// What programs bring and read through Open311. Only this file is imported from outside the room.

export { findRequests, type PublicRequest, type RequestFilter } from './find-requests.ts';
export { findServices } from './find-services.ts';
export { readAnswers, type Answers } from './read-answers.ts';
export type { Service, ServiceAttribute } from './civic-service.ts';
export { submitRequest, submitRequestInput, type Brought, type SubmitRequest } from './submit-request.ts';
