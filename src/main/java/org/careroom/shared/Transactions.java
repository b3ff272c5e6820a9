package org.careroom.shared;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The transaction manager as Spring Boot makes it, which also does what waits in {@link Afterwards}. */
@Configuration(proxyBeanMethods = false)
class Transactions {

    @Bean
    PlatformTransactionManager transactionManager(
            EntityManagerFactory entities, ObjectProvider<TransactionManagerCustomizers> customizers) {
        JpaTransactionManager manager = new WithAfterwards(entities);
        customizers.ifAvailable(all -> all.customize((org.springframework.transaction.TransactionManager) manager));
        return manager;
    }

    private static final class WithAfterwards extends JpaTransactionManager {

        private static final long serialVersionUID = 1;

        WithAfterwards(EntityManagerFactory entities) {
            super(entities);
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            super.doCleanupAfterCompletion(transaction);
            Afterwards.runAll();
        }
    }
}
