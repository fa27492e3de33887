export { beginBid, renewBid } from './commands/begin-bid.ts';
export { enterAmount, moveMoney } from './commands/enter-amount.ts';
export { addBudgetLine } from './commands/keep-budget-line.ts';
export { makeProposal } from './commands/keep-proposal.ts';
export { addBand, addWindow, changeTopUpRules } from './commands/keep-top-up-settings.ts';
export {
  answerBid,
  decideBid,
  dropBid,
  payBid,
  queryBid,
  sendBid,
  withdrawBidStep,
} from './commands/move-bid.ts';
export { changeAsk, writeBidPart } from './commands/write-bid.ts';
export {
  answerBidForm,
  askForm,
  beginBidForm,
  bidPartForm,
  decideBidForm,
  dropBidForm,
  payBidForm,
  queryBidForm,
  sendBidForm,
  withdrawStepForm,
} from './domain/bid.form.ts';
export { type Bid, type BidEvent, standingEvents } from './domain/bid.ts';
export {
  againstThreshold,
  asWords,
  type BidContent,
  type BidCosts,
  type BidFilled,
  type BidParagraph,
  type BidPart,
  type BidSource,
  bidCostsOf,
  bidPartKeys,
  bidParts,
  paragraphsOf,
  plannedPence,
} from './domain/bid-content.ts';
export {
  type BidFigures,
  type FiguresLine,
  fewestDecided,
  figuresBy,
  figuresOf,
  successWords,
} from './domain/bid-figures.ts';
export { asksOfBid, type BidAsk } from './domain/bid-missing.ts';
export { pencePerTime } from './domain/bid-money.ts';
export { openTimes, type TopUpSettings, windowAt } from './domain/bid-settings.ts';
export {
  bidEventWords,
  bidStates,
  bidStateWords,
  decisionOf,
  isWritable,
  nextEvents,
  paidPence,
  sentOnOf,
  stateOfBid,
} from './domain/bid-state.ts';
export { incomeSources, spendingHeads } from './domain/budget.ts';
export { budgetYear, budgetYearOf } from './domain/budget-year.ts';
export { isRenewable } from './domain/renew-bid.ts';
export { effectOf } from './domain/what-if.ts';
export { type BidWords, findBidWords, findSentBid } from './queries/find-bid-words.ts';
export { findBudgetLine } from './queries/find-budget-line.ts';
export { listBidDeadlines } from './queries/list-bid-deadlines.ts';
export { findBid, getBid, listBids } from './queries/list-bids.ts';
export {
  type FinanceLine,
  listFinanceLines,
  listPostingKeys,
  postingKey,
} from './queries/list-finance-lines.ts';
export { listTopUpSettings, topUpSettingsOf } from './queries/list-top-up-settings.ts';
