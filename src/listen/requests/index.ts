// What programs bring and read through Open311. Only this file is imported from outside the room.

export { findRequests, type PublicRequest, type RequestFilter, type Span } from './find-requests.ts';
export { findServices } from './find-services.ts';
export { readAnswers, type Answers } from './read-answers.ts';
export { datatypes } from './civic-service.ts';
export { endAttribute, endAttributeInput } from './end-attribute.ts';
export { keepAttribute, keepAttributeInput, type KeepAttribute } from './keep-attribute.ts';
export type { Service, ServiceAttribute } from './civic-service.ts';
export { submitRequest, submitRequestInput, type Brought, type SubmitRequest } from './submit-request.ts';
