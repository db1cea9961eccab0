/** What the support team asks its model: where a question belongs, and which order it is about. One line a case: id | question | answer. */
export const supportCases = `
route-01 | My password link says that it has expired, three times now. | login
route-02 | Where is the invoice for September? Our bookkeeper needs it. | billing
route-03 | The driver left the parcel with a neighbour who has moved away. | delivery
route-04 | The espresso machine leaks from below since this morning. | repair
route-05 | I would like to send the curtains back; they are too long. | return
route-06 | How do I change the address of our company account? | account
route-07 | Can you switch the newsletter off? I have asked before. | account
route-08 | The code on my phone never arrives when I sign in. | login
route-09 | You have billed us with VAT although we gave our number. | billing
route-10 | The sofa was to come between eight and twelve. It is three. | delivery
route-11 | The hinge of the fridge broke off in my hand. | repair
route-12 | The shoes pinch. May I have them one size larger? | return
route-13 | My account shows the orders of somebody else! | account
route-14 | It says that my user name is unknown, since the update. | login
route-15 | I paid twice by mistake; how do I get one of them back? | billing
route-16 | The tracking number you sent belongs to another country. | delivery
route-17 | The washing machine stops at minute 12 with error E4. | repair
route-18 | I have changed my mind about the lamp, it is still packed. | return
route-19 | Please delete everything that you keep about me. | account
route-20 | The app throws me out as soon as I am signed in. | login
route-21 | Is there a discount if we pay for the whole year at once? | billing
route-22 | Nobody rang, and yet the card says that I was not at home. | delivery
route-23 | The vacuum cleaner smells of burnt rubber. | repair
route-24 | One of the six glasses is not like the others; can I return all? | return
route-25 | How do I add a colleague who may order in our name? | account
route-26 | My face is not recognised any more at sign-in. | login
route-27 | Your reminder names a bill that we paid on the 4th. | billing
route-28 | May the parcel go to the shop around the corner instead? | delivery
route-29 | The display of the oven stays dark, but it heats. | repair
route-30 | The colour on the page and the colour in the box have nothing in common. | return
order-01 | About my order 48-2201: has it been sent? | 48-2201
order-02 | I am waiting for 48-1177 and for nothing else. | 48-1177
order-03 | Please cancel 51-0034 before it leaves the house. | 51-0034
order-04 | The mail about order no. 47-9912 went to my old address. | 47-9912
order-05 | In 48-3390 a cable is missing. | 48-3390
order-06 | It is about the second delivery of 50-4415. | 50-4415
order-07 | My colleague ordered under 49-8080; may I change it? | 49-8080
order-08 | For 51-7723 you have charged the express fee, but it came late. | 51-7723
order-09 | Reference 46-5501, from June: is there still a warranty? | 46-5501
order-10 | The return label of 48-6619 does not print. | 48-6619
order-11 | Can 50-1002 be combined with what I order today? | 50-1002
order-12 | 47-3141 came damaged, with photos attached. | 47-3141
order-13 | What became of 49-2718? | 49-2718
order-14 | Please send the bill of 51-6180 once more. | 51-6180
order-15 | Two parcels were promised for 48-7070, one has come. | 48-7070
order-16 | I gave the wrong door for 50-9009. | 50-9009
order-17 | 46-1212 was a present: may it go back without the bill? | 46-1212
order-18 | There is no mail that confirms 51-4321. | 51-4321
`;

export const supportInstruction =
  'You sort questions to customer support. Where the question names an order, answer with its number alone, as in 48-2201. Otherwise answer with one word: login, billing, delivery, repair, return or account.';
