/** What the payments team asks its model: why a payment is disputed, and what is owed. One line a case: id | question | answer. */
export const paymentsCases = `
dispute-01 | I was charged twice for the same train ticket on 3 May. | duplicate
dispute-02 | There is a payment of 89 euros to a shop I have never heard of. | fraud
dispute-03 | I sent the shoes back three weeks ago and still have no refund. | refund-missing
dispute-04 | The jacket never arrived, and the shop does not answer. | not-received
dispute-05 | They sent a blue lamp; I had ordered the brass one. | not-as-described
dispute-06 | I cancelled my membership in January and was charged in February. | cancelled-subscription
dispute-07 | The bill said 54.00, my statement says 540.00. | wrong-amount
dispute-08 | My card was stolen on Friday and somebody bought fuel with it. | fraud
dispute-09 | Two identical debits from the bakery, one minute apart. | duplicate
dispute-10 | The hotel promised to return my deposit and has not. | refund-missing
dispute-11 | The parcel tracker has said "on its way" since August. | not-received
dispute-12 | The headphones are a fake: the serial number does not exist. | not-as-described
dispute-13 | I ended the free trial on the last day, and they took the yearly fee. | cancelled-subscription
dispute-14 | I agreed to 20 and was charged 25. | wrong-amount
dispute-15 | Somebody used my account to buy gift cards at night. | fraud
dispute-16 | The parking app charged me once at entry and once again at exit for the same stay. | duplicate
dispute-17 | The airline approved my refund in writing. That was in March. | refund-missing
dispute-18 | Half of the order is missing from the box, and they say all was sent. | not-received
dispute-19 | The flat had no kitchen, although the listing showed one. | not-as-described
dispute-20 | I left the gym by letter, with a receipt, and they go on charging. | cancelled-subscription
dispute-21 | The tip was added twice to what I signed. | wrong-amount
dispute-22 | Three small payments to a game that nobody here plays. | fraud
dispute-23 | Our rent went out on the 1st and again on the 2nd. | duplicate
dispute-24 | The course was called off; the organiser keeps the money. | refund-missing
fees-01 | A transfer of 1,200.00 costs 0.5 percent. What is the fee? | 6.00
fees-02 | A card payment of 80.00 costs 1.5 percent and 0.25. What is the fee? | 1.45
fees-03 | A refund of 45.00 is reduced by a handling fee of 2.50. What is paid out? | 42.50
fees-04 | Three instalments of the same size make 299.97. How large is one? | 99.99
fees-05 | A late fee of 15.00 is added for each of two weeks to 320.00. What is owed? | 350.00
fees-06 | A discount of 10 percent on 64.00 is granted after the sale. What is returned? | 6.40
fees-07 | 250.00 at an exchange rate of 1.08 is how much? | 270.00
fees-08 | A chargeback of 130.00 carries a fee of 20.00. What does the shop lose? | 150.00
fees-09 | A deposit of 400.00 is kept to a quarter. What is returned? | 300.00
fees-10 | Five payments of 19.90 were taken, one too many. What is returned? | 19.90
fees-11 | A monthly price of 12.00 was charged for a whole year in advance. What was charged? | 144.00
fees-12 | Of 500.00, 120.00 and 80.00 were refunded. What is left? | 300.00
fees-13 | A fee of 0.30 is taken on each of 40 payments. What is taken? | 12.00
fees-14 | 1,000.00 is split four to one between shop and platform. What does the platform get? | 200.00
allowed-01 | The dispute came 130 days after the payment; 120 are allowed. May it be opened? | no
allowed-02 | The customer gave the PIN away by phone. Is the bank bound to refund at once? | no
allowed-03 | The shop has proof of delivery with a signature. May it contest a dispute over a parcel that did not arrive? | yes
allowed-04 | A refund goes to another card than the one that paid. Is that allowed without a check? | no
allowed-05 | The customer disputes a payment that is still pending. May the dispute be opened now? | no
allowed-06 | The shop refunded in full after the dispute began. May the dispute be closed? | yes
allowed-07 | Two disputes name the same payment. May both stay open? | no
allowed-08 | The evidence came one day before the deadline. Is it in time? | yes
allowed-09 | A payment by direct debit is disputed within eight weeks. Is a refund due without a reason? | yes
allowed-10 | The dispute is about 0.00. May it be opened? | no
`;

export const paymentsInstruction =
  'You help the payments desk. For a complaint answer with one word: duplicate, fraud, refund-missing, not-received, not-as-described, cancelled-subscription or wrong-amount. For a sum answer with the amount alone, two decimals. For a question of what is allowed answer yes or no.';
