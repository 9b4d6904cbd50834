import type { HeaderWords } from '../headerkey.ts';

/**
 * Headers in English, best first, in lower case with spaces for signs: HubSpot, Salesforce (labels and API names), Pipedrive, Zoho,
 * Odoo, Bitrix24, Dynamics 365, Close, Freshsales, SugarCRM, Copper, monday, Notion, and boards made by hand. Probabilities,
 * weighted amounts, costs and creation dates are left out on purpose, and so are row numbers, which are others tomorrow.
 */
export const ENGLISH_HEADERS: HeaderWords = {
  customer: `
    customer, customer name, account name, company name, account, company, client, client name, associated company,
    associated company name, primary associated company, primary company, organization, organization name, organisation,
    organisation name, end customer, end customer name, end user, organization title, deal organization, deal organisation, company title, potential customer, partner name, partner id name, partner id, org name, business name, sales account, sales account name, account id name,
    accounts, companies, lead name, prospect, prospect name, buyer, buyer name, customer company, contact company name`,
  title: `
    deal name, opportunity name, deal title, opportunity title, potential name, dealname, opportunity, opportunity topic, topic,
    deal, title, name, subject, project, project name, item, item name, task name, proposal, proposal name, quote name, product,
    product name, product line, products`,
  contact: `
    contact, contact name, contact person, deal contact person, primary contact, primary contact name, associated contact,
    main contact, person, person name, contact full name, full name, contacts, related contacts, related contact,
    customer contact, key contact, client contact, point of contact`,
  email: `
    email, e mail, email address, e mail address, mail, contact email, person email, contact email address, customer email, email from,
    primary email, work email, mail address, person email work, client email`,
  phone: `
    phone, phone number, telephone, telephone number, tel, contact phone, person phone, customer phone, work phone, primary phone,
    mobile, mobile phone, mobile number, cell, cell phone, client phone, contact phone number`,
  channel: 'contact channel, preferred channel, preferred contact method, preferred method of contact',
  language: 'language, preferred language, contact language, customer language',
  amount: `
    amount, deal amount, deal value, opportunity amount, opportunity value, value, amount value, total amount, total, estimated value,
    estimatedvalue, est value, est revenue, estimated revenue, estimated amount, planned revenue, quote amount, quoted amount,
    quotation amount, quote value, quote total, proposal amount, proposal value, price, quoted price, deal size, contract value,
    total contract value, tcv, contract amount, order amount, order value, close value, sales amount, sales value, revenue,
    potential revenue, potential value, amount in company currency, amount in home currency, amount in document currency, subtotal,
    sub total, grand total, net amount, net total, actual revenue, actual value, expected revenue, income, likely`,
  currency: `
    currency, currency code, deal currency, currency iso code, currency of value, amount currency, value currency, currency id,
    opportunity currency, transaction currency, transactioncurrencyid, isocurrencycode, amount currency code`,
  proposed: `
    proposed, proposal date, proposed on, date proposed, proposed date, proposal sent, proposal sent on, proposal sent date, quote date,
    quotation date, quoted on, quote sent date, date quoted, proposal submitted, date of proposal`,
  goal: 'goal, customer goal, goals',
  'goal-date': `
    goal date, target date, desired date, desired delivery date, requested delivery date, go live date, desired go live date,
    needed by, customer deadline`,
  'offer-until': `
    offer until, quote expiration, quote expiration date, quote expiry, quote expiry date, quote valid until, valid until,
    offer valid until, proposal expiry, proposal valid until, expiration date, expiry date, offer expires`,
  'not-before': 'not before, earliest start, earliest start date',
  'decision-date': `
    decision date, customer decision date, decision day, decision on, decides on, decision due, decision expected,
    customer decides on, expected decision date`,
  scene: 'decision meeting, decision scene',
  decider: `
    decider, decision maker, decision maker name, decisionmaker, economic buyer, approver, final approver, decision maker contact`,
  route:
    'route, decision process, buying process, approval process, decision route, purchase process, purchasing process',
  rival:
    'rival, competitor, competitors, main competitor, main competitors, competition, key competitor, rivals, incumbent',
  next: `
    next, next step, next steps, next action, next activity subject, next activity type, next task, hs next step,
    next follow up action, next move, activity subject, to do, todo`,
  'next-on': `
    next on, next step date, next action date, next activity date, next activity on, next activity due date,
    next contact date, next contact, next follow up date, next follow up, follow up date, followup date, follow up on,
    next meeting date, next meeting, next call date, next call, next touch, next touch date, next due date, activity due date,
    next step due date, next step due`,
  'last-contact': `
    last contact, last contacted, last contact date, last contacted date, date last contacted, last contacted on, last contact on,
    last touch, last touch date, last touchpoint, last interaction, last interaction date, last activity date, last activity,
    last activity time, last activity on, last meeting, last meeting date, last call, last call date, last email sent, last communication,
    last communication date, notes last contacted, last outreach, last follow up, last follow up date, last visit, last visited, last contacted time`,
  'last-signal': `
    last signal, last reply, last replied, last reply date, last response, last response date, last email received, last email reply,
    last inbound, last heard from, last heard`,
  'external-id': `
    external id, deal id, opportunity id, record id, deal record id, id, opportunityid, potential id, opportunity number,
    deal number, opportunity no, deal no, quote number, quote no, quotation number, quotation no, item id, copper id,
    (do not modify) opportunity, crm id, uuid, guid, deal uuid, opportunity key, deal key`,
  owner: `
    owner, deal owner, opportunity owner, potential owner, owner name, owner full name, sales owner, sales rep, salesrep, sales rep name,
    salesperson, sales person, sales representative, salesperson name, sales agent, account executive, ae, account manager, rep, rep name,
    assigned to, assigned user, assigned user name, assigned to name, assigned to user, assignee, responsible, responsible person,
    responsible user, owned by, assigned by name, assigned by, user name, user id name, user id, seller, agent, account owner,
    company owner, contact owner, hubspot owner, owner email, hubspot owner id, owner id, ownerid, rep id, sales rep id,
    assigned user id, assigned by id, assigned to id, user id/id, agent id, salesperson id`,
  'do-not-contact':
    'do not contact, dnc, no contact, opted out of contact, contact opt out, do not call, do not email, opt out, opted out, email opt out',
  state: `
    state, deal stage, stage, sales stage, stage name, opportunity stage, pipeline stage, dealstage, deal pipeline stage, current stage,
    stage id name, stage id, stage label, status label, sales phase, phase, pipeline phase, process stage, deal phase, lead stage,
    stage id/id, funnel stage, opp stage, deal stage name, stufe, étape, progress`,
  'state:status': `
    deal status, opportunity status, status, status type, statecode, stage semantic id, outcome, deal outcome, result,
    deal state, opportunity state, won lost, won/lost, lead status, status code name, current status, sales status`,
  'state:won': 'is closed won, is won, iswon, hs is closed won, won, deal is won',
  'state:lost': 'is closed lost, is lost, islost, hs is closed lost, lost, deal is lost',
  'state:closed': 'is closed, isclosed, is deal closed, hs is closed, deal is closed, closed',
  'state:active': 'active, is active',
  'state:archived': 'archived, is archived, isarchived, hs archived',
  'expected-close': `
    expected close, expected close date, close date, closing date, expected closing, expected closing date, expected close on, closedate,
    close on, estimated close date, est close date, estimatedclosedate, estimated closing date, forecast close date,
    forecasted close date, target close date, planned close date, projected close date, anticipated close date,
    expected to close, date  deadline, expected signing date, expected order date, estimated order date, expected won date,
    potential close date, potential closing date, opportunity close date, deal close date, date closed, close, closes on, close month,
    expected close month`,
  'closed-on': `
    closed on, actual close date, actual closing date, actualclosedate, deal closed on, closed date, closed at,
    closed time, date of closing, closed on date`,
  'closed-on:won': 'won time, won date, won on, date won, won at, closed won date, hs closed won date',
  'closed-on:lost': 'lost time, lost date, lost on, date lost, lost at, closed lost date',
  'lost-reason': `
    lost reason, loss reason, reason lost, closed lost reason, reason for loss, lost reasons, reason for losing, lost reason detail,
    lost reason id name, reason for lost, closed lost reasons, why lost, lost reason id`,
  note: `
    note, notes, note content, description, deal description, opportunity description, comments, comment, memo, remarks, remark, details,
    associated note, deal notes, additional information, note body, activity note, info, internal notes`,
};
