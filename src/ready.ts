export { databaseAnswers as ready } from '#foundation/server/database.ts';
